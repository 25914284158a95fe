<?php
// Refunds and follows the refund to its end: php docs/samples/php/refund.php [invoiceNo] [amount] [Idempotency-Key]
declare(strict_types=1);

const ATTEMPTS = 5;

function stop(int $code, string ...$lines): never
{
    echo implode("\n", $lines), "\n";
    exit($code);
}

/** Repeats what had no answer, and what the answer calls retryable; every other problem ends the program. */
function ask(string $path, ?array $body = null, ?string $key = null): array
{
    $url = (getenv('GATEWAY_URL') ?: 'http://127.0.0.1:7071/api') . '/merchants/' . (getenv('GATEWAY_MERCHANT') ?: 'JT01') . $path;
    $headers = ['X-Api-Key: ' . (getenv('GATEWAY_API_KEY') ?: 'sandbox-JT01')];
    $http = ['method' => 'GET', 'ignore_errors' => true, 'follow_location' => 0, 'timeout' => 60];
    if ($body !== null) {
        array_push($headers, "Idempotency-Key: $key", 'Content-Type: application/json');
        $http = ['method' => 'POST', 'content' => json_encode($body, JSON_THROW_ON_ERROR)] + $http;
    }
    for ($attempt = 1; ; $attempt++) {
        $problem = 'no answer';
        $wait = min(2 ** ($attempt - 1), 8);
        $stream = @fopen($url, 'r', false, stream_context_create(['http' => $http + ['header' => $headers]]));
        if ($stream !== false) {
            $answered = stream_get_meta_data($stream)['wrapper_data'];
            $text = (string) stream_get_contents($stream);
            $status = (int) explode(' ', $answered[0])[1];
            // null: the answer was cut off, or none of the gateway's.
            $answer = json_decode($text, true);
            if ($status < 300 && $answer !== null) {
                return $answer;
            }
            if ($status >= 300) {
                $answer ??= ['code' => 'no_problem', 'detail' => $text, 'retryable' => $status >= 500];
                $problem = "problem $status {$answer['code']}: {$answer['detail']}";
                if (!$answer['retryable']) {
                    $errors = [];
                    foreach ($answer['errors'] ?? [] as $field => $texts) {
                        array_push($errors, ...array_map(fn (string $each) => "  $field: $each", $texts));
                    }
                    stop(1, $problem, ...$errors);
                }
                foreach ($answered as $header) {
                    $wait = preg_match('/^Retry-After: (\d+)$/i', $header, $found) ? (int) $found[1] : $wait;
                }
            }
        }
        // Without an answer it is not known whether the request arrived: the same one with the same key finds out.
        if ($attempt === ATTEMPTS) {
            stop(3, $problem);
        }
        fwrite(STDERR, "$problem; the same again in $wait s\n");
        sleep($wait);
    }
}

// One key for each refund that you mean: keep it with the order before you send. Repeating with it never refunds twice.
[$invoiceNo, $amount, $key] = array_slice($argv, 1) + ['INV-SETTLED-1', '10.00', 'order-1001-php'];

$refund = ask('/refunds', ['invoiceNo' => $invoiceNo, 'amount' => (float) $amount], $key);
echo "refund {$refund['id']}\n";

while (!$refund['needsReview'] && in_array($refund['status'], ['accepted', 'submitting', 'unknown'], true)) {
    sleep(1);
    $refund = ask("/refunds/{$refund['id']}");
}

$what = number_format($refund['amount'], 2, '.', '') . " of {$refund['invoiceNo']}";
$gateway = $refund['gateway'] ?? [];
if ($refund['needsReview']) {
    stop(4, "needsReview $what: {$refund['reviewReason']}");
}
match ($refund['status']) {
    'pending' => stop(4, "pending $what: 2C2P has not decided; ask again later"),
    'failed' => stop(1, "failed $what: " . ($gateway['respCode'] ?? '') . ' ' . ($gateway['respDesc'] ?? '')),
    default => stop(0, "succeeded $what: 2C2P's reference {$gateway['refundReferenceNo']}"),
};
