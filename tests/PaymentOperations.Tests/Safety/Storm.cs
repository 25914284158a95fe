using Azure.Storage.Queues;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Safety;

/// <summary>One random history of one invoice: accepts, repeats, runs, deaths, lost answers, late work and lagging lists, then calm. The seed alone decides it.</summary>
internal sealed class Storm(World world, int seed, Marks marks)
{
    private static readonly decimal[] _amounts = [10m, 30m, 60m];
    private readonly Random _random = new(seed);
    private readonly List<Func<PaymentActionOutcome>> _lateWork = [];
    private int _delivered;
    private bool _isCalm;

    /// <summary>Every request of the shop, whatever it was answered.</summary>
    public List<AcceptCommand> Commands { get; } = [];

    /// <summary>Operations that the shop was told of.</summary>
    public HashSet<OperationId> Accepted { get; } = [];

    public async Task RageAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
            await StepAsync();
    }

    /// <summary>Faults end: late work is done, the shop repeats what it has no answer to, pointers and sweeps do the rest.</summary>
    public async Task CalmAsync()
    {
        _isCalm = true;
        _lateWork.ForEach(work => work());
        foreach (var command in Commands.ToList())
            await AcceptAsync(command);

        for (var round = 0; round < 48; round++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(round % 3 == 0 ? 4 : 11));
            if (round % 4 == 0)
                await SweepAsync();
            await DeliverAsync(int.MaxValue);
        }
    }

    // The storm delivers pointers itself; what stays on the real queues would keep the sweep from sweeping, sooner or later depending on the machine.
    private async Task SweepAsync()
    {
        foreach (var queue in StorageLayout.Queues)
            await world.Get<QueueServiceClient>().GetQueueClient(queue).ClearMessagesAsync();
        await world.Get<ISweep>().RunAsync(CancellationToken.None);
    }

    private async Task StepAsync()
    {
        if (marks == Marks.Mixed)
            world.Gateway.Echoes = _random.Next(2) == 0;
        switch (_random.Next(12))
        {
            case 0 or 1 when Commands.Count < 5:
                Commands.Add(world.Command(amount: _amounts[_random.Next(3)], key: $"key-{Commands.Count}"));
                await AcceptAsync(Commands[^1]);
                break;
            case 2 when Commands.Count > 0:
                await AcceptAsync(Commands[_random.Next(Commands.Count)]);
                break;
            case 3:
                world.Gateway.LoseAnswerOfNext(ProcessType.Refund);
                break;
            case 4:
                world.Gateway.Next(ProcessType.Refund, request => _random.Next(2) == 0 ? Answers.Lost : Answers.NeverSent);
                break;
            case 5:
                world.Gateway.Next(
                    ProcessType.Refund,
                    (_, work) =>
                    {
                        _lateWork.Add(work);
                        return Task.FromResult(Answers.Lost);
                    }
                );
                break;
            case 6 when _lateWork.Count > 0:
                _lateWork[^1]();
                _lateWork.RemoveAt(_lateWork.Count - 1);
                break;
            case 7:
                world.Gateway.Next(ProcessType.RefundStatus, (_, work) => Task.FromResult(Lagging(work())));
                break;
            case 8:
                world.Time.Advance(TimeSpan.FromSeconds(_random.Next(400)));
                break;
            default:
                await DeliverAsync(1 + _random.Next(3));
                break;
        }
    }

    private async Task AcceptAsync(AcceptCommand command)
    {
        var result = await MaybeDieAsync(() => world.AcceptAsync(command));
        if (result is AcceptResult.Accepted accepted)
            Accepted.Add(accepted.Operation.Id);
    }

    /// <summary>Hands pointers to the runner, old ones again now and then, as queues do.</summary>
    private async Task DeliverAsync(int count)
    {
        var pointers = world.Pointers;
        for (; count > 0 && pointers.Count > 0; count--)
        {
            if (_delivered >= pointers.Count && _isCalm)
                return;

            var pointer = _delivered < pointers.Count ? pointers[_delivered++] : pointers[_random.Next(pointers.Count)];
            world.Time.Advance(pointer.Delay < TimeSpan.FromMinutes(1) ? pointer.Delay : TimeSpan.FromMinutes(1));
            await MaybeDieAsync(async () =>
            {
                await world.Get<IOperationRunner>().RunAsync(pointer.Message, "storm", CancellationToken.None);
                return true;
            });
            if (_isCalm)
                pointers = world.Pointers;
        }
    }

    /// <summary>Sometimes the process dies at one of its writes: before storage has it, or before the process knows.</summary>
    private async Task<T?> MaybeDieAsync<T>(Func<Task<T>> work)
    {
        var writesLeft = !_isCalm && _random.Next(3) == 0 ? 1 + _random.Next(8) : int.MaxValue;
        var diesBefore = _random.Next(2) == 0;
        world.Storage.Before = request =>
        {
            if (request.IsWrite() && Interlocked.Decrement(ref writesLeft) <= 0 && diesBefore)
                throw new ProcessDiedException();
        };
        world.Storage.After = request =>
        {
            if (request.IsWrite() && Volatile.Read(ref writesLeft) <= 0)
                throw new ProcessDiedException();
        };
        try
        {
            return await work();
        }
        catch (ProcessDiedException)
        {
            // What is true about the money now is what the storm is about.
            return default;
        }
        finally
        {
            world.Storage.Before = _ => { };
            world.Storage.After = _ => { };
        }
    }

    private static PaymentActionOutcome Lagging(PaymentActionOutcome outcome) =>
        outcome is PaymentActionOutcome.Answered answered
            ? Answers.Of(answered.Response with { Refunds = [.. answered.Response.Refunds.SkipLast(1)] })
            : outcome;
}
