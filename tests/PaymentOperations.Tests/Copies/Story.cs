using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Copies;

/// <summary>One invoice that lives through a history, and goes on in another ledger after a copy was put back.</summary>
internal sealed class Story(World world, History history, int copiedBefore)
{
    private readonly List<AcceptCommand> _commands = [];

    public string InvoiceNo { get; } =
        $"{history.Name} {copiedBefore}".Replace(' ', '-').Replace(",", "", StringComparison.Ordinal);

    public string Name => $"{history.Name}, copied before step {copiedBefore}";

    public World World { get; private set; } = world;

    public GatewayPayment Payment { get; } =
        world.AddPayment(
            $"{history.Name} {copiedBefore}".Replace(' ', '-').Replace(",", "", StringComparison.Ordinal),
            status: history.Status,
            isCard: history.IsCard
        );

    /// <summary>Its operations, as callers know them.</summary>
    public List<OperationId> Ids { get; } = [];

    public async Task BeforeTheCopyAsync()
    {
        foreach (var step in history.Steps.Take(copiedBefore))
            await step(this);
    }

    public async Task AfterTheCopyAsync()
    {
        foreach (var step in history.Steps.Skip(copiedBefore))
            await step(this);
    }

    /// <summary>Whatever callers asked for, they ask for again: with the same keys.</summary>
    public async Task GoOnInAsync(World restored)
    {
        World = restored;
        for (var one = 0; one < _commands.Count; one++)
        {
            var again = await restored.AcceptAsync(_commands[one] with { Merchant = restored.Merchant });
            if (again is AcceptResult.Accepted { Operation.Id: var id })
                Ids[one] = id;
            else
                again.ShouldBeOfType<AcceptResult.StatusNotValid>(Name);
        }
    }

    public async Task AcceptAsync(decimal? amount, OperationKind kind = OperationKind.Refund)
    {
        var command = World.Command(kind, amount, InvoiceNo);
        _commands.Add(command);
        Ids.Add((await World.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>(Name).Operation.Id);
    }

    public async Task RunAsync(int operation = 0) => await World.RunWhenDueAsync(Ids[operation], InvoiceNo);

    /// <summary>Runs everything until nothing is left to do but for 2C2P or a person.</summary>
    public async Task<IReadOnlyList<OperationRow>> RestAsync()
    {
        for (var round = 0; round < 30; round++)
        {
            var open = (await World.SnapshotAsync(InvoiceNo)).Operations.Where(row => !IsAtRest(row)).ToList();
            if (open.Count == 0)
                break;
            foreach (var row in open)
                await World.RunWhenDueAsync(row.Id, InvoiceNo);
            // Whoever waits behind a person's operation says so after a quarter of an hour.
            World.Time.Advance(TimeSpan.FromMinutes(1));
        }
        return (await World.SnapshotAsync(InvoiceNo)).Operations;
    }

    /// <summary>The refunds at the gateway that the operation's key made and that moved money, or still may.</summary>
    public IReadOnlyList<GatewayRefund> MadeBy(string keyHash) =>
        [.. Payment.Refunds.Where(refund => refund.KeyMark == keyHash && !refund.IsFailed)];

    private bool IsAtRest(OperationRow row) =>
        row.IsFinal
        || row.NeedsReview
        || (row.Status == OperationStatus.Pending && Payment.Refunds.Any(static refund => refund.Status == "RP"));
}
