using Microsoft.Extensions.Logging;

namespace PaymentOperations.Merchants.Vault;

internal sealed partial class CachedSecret<T>
{
    [LoggerMessage(
        3001,
        LogLevel.Warning,
        "Secret {Name} could not be read from Key Vault ({Reason}); the value known from before stays in use."
    )]
    private partial void LogServedStale(string name, string reason);

    [LoggerMessage(
        3002,
        LogLevel.Error,
        "Secret {Name} could not be read from Key Vault ({Reason}), and no earlier value is known."
    )]
    private partial void LogUnavailable(string name, string reason);

    [LoggerMessage(3003, LogLevel.Information, "Secret {Name} is now at version {Version}.")]
    private partial void LogChanged(string name, string version);

    [LoggerMessage(
        3004,
        LogLevel.Warning,
        "The previous version {Version} of secret {Name} has not the expected form and is left out."
    )]
    private partial void LogPreviousUnreadable(string name, string version);
}
