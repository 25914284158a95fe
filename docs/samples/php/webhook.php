<?php
// Receives webhooks: php -S 127.0.0.1:8080 docs/samples/php/webhook.php   (docs/webhooks.md says what they are)
declare(strict_types=1);

const TOLERANCE_SECONDS = 300;

/** The reason why a message is not believed; null when it is genuine. */
function refusal(string $body): ?string
{
    $id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
    $timestamp = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    $signatures = $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '';
    if ($id === '' || $timestamp === '' || $signatures === '') {
        return 'headers';
    }
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return 'timestamp';
    }

    // The sandbox's own secret; yours is in your vault.
    $secret = getenv('WEBHOOK_SECRET') ?: 'whsec_d2ViaG9va3Mgb2YgdGhlIHNhbmRib3gncyBKVDAx';
    $key = base64_decode(substr($secret, strlen('whsec_')));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    // While a secret is rotated there are two signatures: one that fits is enough.
    foreach (explode(' ', $signatures) as $each) {
        if (hash_equals($expected, $each)) {
            return null;
        }
    }
    return 'signature';
}

/** Whether an id is seen for the first time: a file can be made once only. In a shop: a table with a unique key. */
function isNew(string $id): bool
{
    $folder = getenv('WEBHOOK_TAKEN') ?: sys_get_temp_dir() . '/webhooks-taken';
    if (!is_dir($folder)) {
        mkdir($folder, 0700, true);
    }
    return @fopen($folder . '/' . bin2hex($id), 'x') !== false;
}

function say(string $line): void
{
    file_put_contents('php://stdout', "$line\n");
}

/** Sends the answer now; what follows is no longer waited for. */
function answer(int $status): void
{
    http_response_code($status);
    header('Connection: close');
    header('Content-Length: 0');
    // Under PHP-FPM this ends the request; the built-in server ends it with the script.
    function_exists('fastcgi_finish_request') ? fastcgi_finish_request() : flush();
}

$body = (string) file_get_contents('php://input');
if (($refused = refusal($body)) !== null) {
    answer(401);
    say("refused: $refused");
    return;
}

answer(204);
if (!isNew($_SERVER['HTTP_WEBHOOK_ID'])) {
    say("repeated {$_SERVER['HTTP_WEBHOOK_ID']}");
    return;
}
$event = json_decode($body, true, flags: JSON_THROW_ON_ERROR);
say("{$event['type']} {$event['data']['invoiceNo']} order {$event['order']} {$event['data']['status']}");
