<?php
// Lists operations, all pages: php docs/samples/php/list.php ['kind=refund&limit=20']   (docs/finding.md has all filters)
declare(strict_types=1);

$root = (getenv('GATEWAY_URL') ?: 'http://127.0.0.1:7071/api') . '/merchants/' . (getenv('GATEWAY_MERCHANT') ?: 'JT01');
$context = stream_context_create(['http' => [
    'header' => ['X-Api-Key: ' . (getenv('GATEWAY_API_KEY') ?: 'sandbox-JT01')],
    'ignore_errors' => true,
    'timeout' => 60,
]]);
$query = $argv[1] ?? '';
$count = $pages = 0;
$cursor = null;
do {
    $stream = fopen("$root/operations?$query" . ($cursor === null ? '' : '&cursor=' . urlencode($cursor)), 'r', false, $context);
    if ($stream === false) {
        exit(3);
    }
    $status = (int) explode(' ', stream_get_meta_data($stream)['wrapper_data'][0])[1];
    $page = json_decode(stream_get_contents($stream), true, flags: JSON_THROW_ON_ERROR);
    if ($status !== 200) {
        echo "problem $status {$page['code']}: {$page['detail']}\n";
        exit(1);
    }
    foreach ($page['items'] as $one) {
        $amount = $one['amount'] === null ? '-' : number_format($one['amount'], 2, '.', '');
        echo "{$one['createdAt']} {$one['kind']} {$one['status']} $amount {$one['invoiceNo']} {$one['id']}\n";
    }
    $count += count($page['items']);
    $pages++;
    // A page may be short, even empty, before the last one: only the cursor says whether there is more.
    $cursor = $page['nextCursor'];
} while ($cursor !== null);
echo "$count operations on $pages pages\n";
