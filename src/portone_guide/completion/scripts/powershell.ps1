Register-ArgumentCompleter -Native -CommandName portone-guide -ScriptBlock {
    param($word, $ast, $cursor)
    $line = $ast.ToString()
    if ($line.Length -lt $cursor) { $line = $line.PadRight($cursor) } else { $line = $line.Substring(0, $cursor) }
    $env:_PORTONE_GUIDE_COMPLETE = 'powershell'
    $env:_PORTONE_GUIDE_LINE = $line
    try {
        portone-guide | ForEach-Object {
            $value, $told = $_ -split "`t", 2
            if (-not $told) { $told = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $told)
        }
    } finally {
        Remove-Item Env:_PORTONE_GUIDE_COMPLETE, Env:_PORTONE_GUIDE_LINE
    }
}
