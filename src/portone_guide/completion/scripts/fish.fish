function __portone_guide_complete
    set -l found (env _PORTONE_GUIDE_COMPLETE=fish _PORTONE_GUIDE_LINE=(commandline -cp | string collect) portone-guide 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command portone-guide --no-files --arguments '(__portone_guide_complete)'
