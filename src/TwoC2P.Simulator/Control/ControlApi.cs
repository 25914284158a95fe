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
        control.MapMerchants();
        control.MapFaults();
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

    public static IResult Missing(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
