using PaymentOperations.Operations;

namespace Functions.Tests.Support;

/// <summary>Records what is asked for and answers what the test says; by default a new operation.</summary>
internal sealed class FakeIntake : IOperationIntake
{
    public List<AcceptCommand> Commands { get; } = [];

    public AcceptResult? Result { get; set; }

    public Exception? Failure { get; set; }

    /// <summary>What was only rehearsed.</summary>
    public List<AcceptCommand> Rehearsed { get; } = [];

    public Task<AcceptResult> RehearseAsync(AcceptCommand command)
    {
        Rehearsed.Add(command);
        return Task.FromResult(Result ?? new AcceptResult.Acceptable(command, command.Amount));
    }

    public Task<AcceptResult> AcceptAsync(AcceptCommand command)
    {
        Commands.Add(command);
        if (Failure is not null)
            throw Failure;

        return Task.FromResult(
            Result
                ?? new AcceptResult.Accepted(
                    Sample.Operation(command.Kind) with
                    {
                        InvoiceNo = command.InvoiceNo,
                        Amount = command.Amount,
                    },
                    Replayed: false
                )
        );
    }
}
