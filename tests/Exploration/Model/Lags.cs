namespace Exploration.Model;

/// <summary>Notes what a look does not show although it was done, or will be: beyond some age that breaks what a merchant vouched, or what absence rests on.</summary>
internal static class Lags
{
    public static void Note(World world, Func<GatewayRefund, bool> isHidden)
    {
        foreach (var refund in world.Refunds)
            if (refund.Operation is { } owner && isHidden(refund))
                Note(world, owner, refund.Attempt);
        foreach (var late in world.Late)
            Note(world, late.Operation, late.Attempt);
    }

    public static void NoteLate(World world, LateRequest late) => Note(world, late.Operation, late.Attempt);

    public static void NoteOfPayment(World world)
    {
        if (world.SettledBy is { } settled && world.Payment != world.Scenario.FirstStatus)
            Note(world, settled, LastAttempt(world, settled));
        if (world.VoidedBy is { } voided)
            Note(world, voided, LastAttempt(world, voided));
        Note(world, static _ => false);
    }

    private static int LastAttempt(World world, int operation) => world[operation].Row.AttemptCount;

    private static void Note(World world, int operation, int attempt)
    {
        var state = world[operation];
        if (state.Row.Attempts.FirstOrDefault(one => one.Number == attempt) is not { } sent)
            return;

        var times = world.Scenario.Times;
        var half = world.Scenario.AreClocksApart ? times.Skew / 2 : TimeSpan.Zero;
        if (world.Now >= sent.ClaimUntil + times.Skew - half - half)
            state = state.With(Broken.Absence);
        if (world.Scenario.DoneWithin is { } bound && world.Now >= sent.ClaimUntil + bound)
            state = state.With(Broken.DoneWithin);
        world[operation] = state;
    }
}
