using PaymentOperations.Operations;

namespace Functions.Tests.Support;

/// <summary>Records what people say and answers what the test says; by default it is followed.</summary>
internal sealed class FakeResolutions : IResolutionIntake
{
    public List<ResolveCommand> Commands { get; } = [];

    public ResolutionResult Result { get; set; } = new ResolutionResult.Settled(Sample.Operation(), Replayed: false);

    public Task<ResolutionResult> ResolveAsync(ResolveCommand command)
    {
        Commands.Add(command);
        return Task.FromResult(Result);
    }
}
