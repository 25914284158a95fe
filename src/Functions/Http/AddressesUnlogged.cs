using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentGateway.Http;

/// <summary>
/// Keeps the HTTP server below Warning out of every log, whatever the settings <c>Logging__…</c> say: at Information it writes the whole address of each request, with all that is in the query.
/// </summary>
internal sealed class AddressesUnlogged : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Server = "Microsoft.AspNetCore";

    /// <inheritdoc />
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // Where no rule fits, only the minimum counts: this one fits everything that no other does.
        options.Rules.Insert(0, new LoggerFilterRule(null, null, options.MinLevel, filter: null));

        // A rule of one's own would be outdone by any that names a provider, or more of the category.
        for (var index = 0; index < options.Rules.Count; index++)
            options.Rules[index] = Without(options.Rules[index]);
    }

    private static LoggerFilterRule Without(LoggerFilterRule rule) =>
        new(
            rule.ProviderName,
            rule.CategoryName,
            rule.LogLevel,
            (provider, category, level) =>
                (level >= LogLevel.Warning || category?.StartsWith(Server, StringComparison.Ordinal) != true)
                && rule.Filter?.Invoke(provider, category, level) != false
        );
}
