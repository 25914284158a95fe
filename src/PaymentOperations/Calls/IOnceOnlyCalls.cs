using System.Text.Json.Serialization.Metadata;

namespace PaymentOperations.Calls;

/// <summary>Executes requests that change something at 2C2P outside the ledger at most once per idempotency key.</summary>
public interface IOnceOnlyCalls
{
    /// <summary>Executes the call, unless the key says that it was or may have been executed before.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="call">Sends once. It must end within the workflow's claim; what it throws leaves the outcome unknown.</param>
    /// <param name="answerType">How the answer is kept for repeats.</param>
    Task<OnceOnlyResult<T>> RunAsync<T>(OnceOnlyRequest request, Func<Task<CallEnd<T>>> call, JsonTypeInfo<T> answerType);
}
