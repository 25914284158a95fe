using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>The control API: everything that a test or a person does to the gateway behind its back.</summary>
internal static class ControlApi
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/_control");
        control.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        control.MapTransactions();
        control.MapRefunds();
        control.MapPortal();
        control.MapCutOff();
        control.MapMerchants();
        control.MapFaults();
        control.MapLateWork();
        control.MapNotifications();
        control.MapCalls();
        control.MapCards();
        control.MapPlans();
        control.MapBanks();
        control.MapLinks();
    }

    /// <summary>A refusal that says what to do.</summary>
    public static IResult Bad(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static IResult FirstOr<T>(IReadOnlyList<T> found, string missing) =>
        found.Count == 0 ? Missing(missing) : Results.Ok(found[0]);

    /// <summary>Runs a command alone on its invoice.</summary>
    public static IResult Act(TransactionStore store, InvoiceKey key, Func<Transaction, IResult> action) =>
        store.Use(key, found => found is null ? Missing("No such transaction.") : action(found));

    /// <summary>The gateway's own rules forbid it, in the portal as by request.</summary>
    public static IResult Refused(string respCode) =>
        Results.Problem(
            $"Refused with {respCode}: {ResultCodes.Describe(respCode)}.",
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["respCode"] = respCode }
        );

    public static IResult Missing(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
