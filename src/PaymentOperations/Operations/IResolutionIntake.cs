namespace PaymentOperations.Operations;

/// <summary>Takes what people say of operations that the gateway's evidence cannot decide.</summary>
public interface IResolutionIntake
{
    /// <summary>Keeps the word, has it weighed against what 2C2P shows now, and says what came of it.</summary>
    /// <param name="command">The word.</param>
    Task<ResolutionResult> ResolveAsync(ResolveCommand command);
}
