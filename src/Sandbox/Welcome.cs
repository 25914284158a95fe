using Sandbox.Demonstration;

namespace Sandbox;

/// <summary>What is said once everything is up: where it is, and what to try first.</summary>
internal static class Welcome
{
    public static string Text(SandboxEnvironment sandbox, SandboxOptions options)
    {
        var merchant = SandboxMerchant.All[0];
        var app = $"{sandbox.App.Address}api";
        var control = $"{sandbox.Simulator.Address}_control";
        return $$"""

              App          {{app}}
              Docs         {{app}}/docs
              Simulator    {{control}}   plays 2C2P
              Key Vault    {{sandbox.Vault.VaultUri}}
              Logs         {{Path.GetDirectoryName(sandbox.App.LogPath)}}
              Webhooks     {{options.WebhookUrl?.ToString()
                ?? "to a receiver in here; serve --webhook-url URL sends them to yours"}}
                           secret of {{merchant.Id}}: {{merchant.WebhookSecret}}
              State        {{State(sandbox, options)}}

              API keys     {{string.Join(
                ", ",
                SandboxMerchant.All.Select(each => each.ApiKey)
            )}}   every scope, each for its merchant
                           {{merchant.ReadApiKey}} (and so on)   only {{string.Join(", ", SandboxMerchant.ReadScopes)}}
              Payments     {{DemoInvoices.Settled}} 1000.00, {{DemoInvoices.SettledToo}} 300.00   settled: can be refunded
              of {{merchant.Id}}      {{DemoInvoices.Authorized}} 500.00, {{DemoInvoices.AuthorizedToo}} 80.00   authorized: can be settled or voided
                           {{DemoInvoices.Apm}} 750.00   paid by bank transfer: its refunds stay pending

            Refund, read, and look at what the simulator has:

            curl -i {{app}}/merchants/{{merchant.Id}}/refunds -H 'X-Api-Key: {{merchant.ApiKey}}' -H 'Idempotency-Key: first-1' -H 'Content-Type: application/json' -d '{"invoiceNo": "{{DemoInvoices.SettledToo}}", "amount": 10.00}'
            curl -i '{{app}}/merchants/{{merchant.Id}}/operations?limit=5' -H 'X-Api-Key: {{merchant.ReadApiKey}}'
            curl -i '{{control}}/transactions/{{DemoInvoices.SettledToo}}?merchantId={{merchant.Id}}'

            Make a payment by bank transfer, refund it, and (a second later) let the bank finish the refund:

            curl {{control}}/transactions -H 'Content-Type: application/json' -d '{"merchantId": "{{merchant.Id}}", "invoiceNo": "MY-1", "amount": "100.00", "status": "S", "channel": "apm"}'
            curl {{app}}/merchants/{{merchant.Id}}/refunds -H 'X-Api-Key: {{merchant.ApiKey}}' -H 'Idempotency-Key: my-1-refund-1' -H 'Content-Type: application/json' -d '{"invoiceNo": "MY-1", "amount": 40.00}'
            curl {{control}}/transactions/refunds/finish -H 'Content-Type: application/json' -d '{"merchantId": "{{merchant.Id}}", "invoiceNo": "MY-1"}'

            """;
    }

    private static string State(SandboxEnvironment sandbox, SandboxOptions options) =>
        options.Keep
            ? $"kept for the next serve --keep in {Path.GetDirectoryName(sandbox.Run.Gateway)}"
            : "in memory: gone when this ends. serve --keep keeps it";
}
