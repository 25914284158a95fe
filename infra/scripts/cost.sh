#!/usr/bin/env bash
# What a month costs, in US dollars: cost.sh [operations a month ...], by default 0, 10,000 and 1,000,000. Prices are list prices without tax and discounts, as published for US and Asian regions at the end of 2025; put
# your own in by the variable of the same name: PRICE_LOG_GB=2.99 infra/scripts/cost.sh 50000. What is counted and what is only estimated is said in docs/deploy.md.
set -euo pipefail
export LC_ALL=C
[ $# -gt 0 ] || set -- 0 10000 1000000

for operations in "$@"; do
  awk -v n="$operations" \
    -v gbs="${PRICE_GB_SECOND:-0.000026}" -v million="${PRICE_MILLION_EXECUTIONS:-0.40}" \
    -v ready="${PRICE_READY_GB_SECOND:-0.000004}" \
    -v table="${PRICE_10000_TABLE_REQUESTS:-0.00036}" -v queue="${PRICE_10000_QUEUE_REQUESTS:-0.004}" \
    -v blob="${PRICE_10000_BLOB_WRITES:-0.065}" -v stored="${PRICE_STORED_GB:-0.045}" \
    -v vault="${PRICE_10000_VAULT_REQUESTS:-0.03}" -v log_gb="${PRICE_LOG_GB:-2.80}" \
    -v rule="${PRICE_LOG_ALERT:-1.50}" -v metric="${PRICE_METRIC_ALERT:-0.10}" \
    -v nat="${PRICE_NAT_HOUR:-0.045}" -v endpoint="${PRICE_ENDPOINT_HOUR:-0.01}" -v address="${PRICE_ADDRESS_HOUR:-0.005}" -v zone="${PRICE_DNS_ZONE:-0.50}" \
    -v free_gbs="${FREE_GB_SECONDS:-100000}" -v free_runs="${FREE_EXECUTIONS:-250000}" -v free_gb="${FREE_LOG_GB:-5}" '
    function over(used, free) { return used > free ? used - free : 0 }
    function line(what, how, dev, prod) {
      printf "| %d | %s | %s | %.2f | %.2f |\n", n, what, how, dev, prod; sum_dev += dev; sum_prod += prod
    }
    BEGIN {
      minutes = 43800; hours = 730; timers = 2 * minutes + minutes / 5
      # An execution counts for a second of 2 GB at least; six of an operation share nothing in the worst case.
      runs = timers + 6 * n; seconds = 2 * (timers + 6 * n)
      line("executions", sprintf("%d, %d free", runs, free_runs), over(runs, free_runs) / 1e6 * million, over(runs, free_runs) / 1e6 * million)
      line("GB-seconds", sprintf("%d, %d free", seconds, free_gbs), over(seconds, free_gbs) * gbs, over(seconds, free_gbs) * gbs)
      line("two instances always ready", "2 × 2 GB × 2628000 s", 0, 4 * hours * 3600 * ready)
      tables = 40 * minutes + 40 * n
      line("table requests", sprintf("%d", tables), tables / 1e4 * table, tables / 1e4 * table * 1.25)
      queues = 150 * minutes + 6 * n
      line("queue requests", sprintf("%d", queues), queues / 1e4 * queue, queues / 1e4 * queue * 1.25)
      line("blob writes (leases)", sprintf("%d", 10 * minutes), 10 * minutes / 1e4 * blob, 10 * minutes / 1e4 * blob * 1.25)
      kept = n * 12 / 1e6
      line("rows of a month, kept", sprintf("%.2f GB", kept), kept * stored, kept * stored * 1.25)
      secrets = 2 * 6 * minutes / 5
      line("vault requests", sprintf("%d", secrets), secrets / 1e4 * vault, secrets / 1e4 * vault)
      logs = 1.9 + n * 12 / 1e6
      line("logs and metrics", sprintf("%.2f GB, %d free", logs, free_gb), over(logs, free_gb) * log_gb, over(logs, free_gb) * log_gb)
      line("alerts", "12 of logs, 1 of a metric", 12 * rule + metric, 12 * rule + metric)
      line("private network", "NAT, its address, 4 endpoints, 4 zones", 0, hours * (nat + address + 4 * endpoint) + 4 * zone)
      printf "| %d | **sum** | | **%.2f** | **%.2f** |\n", n, sum_dev, sum_prod
    }'
done
