<?php
// 설정: 환경 변수, 없으면 이 폴더의 .env
declare(strict_types=1);

foreach (@file(__DIR__ . "/.env", FILE_IGNORE_NEW_LINES) ?: [] as $line) {
    $isSetting = preg_match('/^(\w+)=(.*)$/', trim($line), $found);
    if ($isSetting && getenv($found[1]) === false) {
        putenv("$found[1]=$found[2]");
    }
}

function setting(string $name): string
{
    return (string) getenv($name);
}
