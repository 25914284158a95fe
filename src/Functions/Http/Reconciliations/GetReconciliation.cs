using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Security;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>The report of a day.</summary>
public sealed class GetReconciliation(IReconciliations reconciliations)
{
    [Function(nameof(GetReconciliation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "merchants/{merchantId}/reconciliations/{date}")]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var run = DayText.Find(request.RouteValues["date"] as string) is { } date
            ? await reconciliations.FindAsync(Caller.Of(request.HttpContext).Merchant.Id, date, cancellationToken)
            : null;
        if (run is null)
            return NotFound();
        if (run.State == ReconciliationState.Running)
            return new ReportAnswer(run, null, ReportForm.Of(request));

        var lines = await reconciliations.OpenAsync(run, cancellationToken);
        return lines is null ? NotFound() : new ReportAnswer(run, lines, ReportForm.Of(request));
    }

    private static Problem NotFound() =>
        new(
            ErrorCodes.ReconciliationNotFound,
            "Check the day in the address (UTC, such as 2026-11-23): there is no report of it. POST …/reconciliations starts one."
        );
}
