using Azure;
using Azure.Identity;
using PaymentOperations.Merchants;

namespace PaymentOperations.Operations;

/// <summary>
/// What is thrown when storage or Key Vault do not do what they were asked. The Azure SDK has three ways to say so: a refusal or a broken connection, several of these after its own tries, and that there is no token of the managed
/// identity to ask with. Whoever lists them elsewhere forgets one.
/// </summary>
public static class Outage
{
    /// <summary>Whether storage did not take or give what it was asked for. It may have done it all the same.</summary>
    public static bool OfStorage(Exception exception) =>
        exception is RequestFailedException or AuthenticationFailedException or AggregateException;

    /// <summary>The same, or a secret that cannot be read.</summary>
    public static bool Of(Exception exception) => OfStorage(exception) || exception is SecretsUnavailableException;

    /// <summary>The same, or no answer of either in the time that there was.</summary>
    public static bool OrTimeout(Exception exception) => Of(exception) || exception is OperationCanceledException;
}
