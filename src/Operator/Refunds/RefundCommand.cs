using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Operations;
using Operator.Screens;

namespace Operator.Refunds;

/// <summary>Refunds, or says what a refund would meet.</summary>
internal sealed class RefundCommand(ApiConnections connections, Screen screen) : ApiCommand<RefundSettings>(connections, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, RefundSettings settings, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["invoiceNo"] = settings.Invoice, ["amount"] = settings.Amount };
        if (settings.Reason is not null)
            body["reason"] = settings.Reason;
        if (!settings.DryRun)
        {
            var answer = await api.PostAsync("refunds", body, settings.Key, cancellationToken);
            Screen.Show(answer.Body, settings.Json);
            return ExitCodes.Done;
        }

        var rehearsal = (await api.PostAsync("refunds?dryRun=true", body, null, cancellationToken)).Body;
        if (settings.Json)
            Screen.Json(rehearsal);
        else
            Screen.Line(
                $"[green]✓[/] {Screen.Text(rehearsal["amount"])} of {Screen.Text(rehearsal["invoiceNo"])} would be accepted; refundable now: {Screen.Text(rehearsal["refundable"])}"
            );
        return ExitCodes.Done;
    }
}
