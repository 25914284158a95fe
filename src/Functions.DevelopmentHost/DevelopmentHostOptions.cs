using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting;

/// <summary>How <see cref="DevelopmentHost"/> starts and serves an app.</summary>
public sealed record DevelopmentHostOptions
{
    /// <summary>Where to listen. Default: a free port of 127.0.0.1.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>
    /// Settings of app and host, named as environment variables or configuration keys (<c>A__B</c> or <c>A:B</c>). The environment wins over them. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>More of the command line that the app's entry point receives. Default: nothing.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Runs after the app registered its services, so that it can replace them. In this process only. Default: nothing.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>The classes whose functions count; the rest of the app's are left alone. Default: all.</summary>
    public IReadOnlyCollection<Type>? FunctionClasses { get; init; }

    /// <summary>The origins that the platform lets call from browsers (<c>siteConfig.cors</c>); <c>*</c> for any. Default: none.</summary>
    public IReadOnlyCollection<string> CorsOrigins { get; init; } = [];

    /// <summary>The clock of the timers. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long running functions may take to end when the host stops. Default: 10 s, as Azure gives them.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where the host's own logs go; the app's are its own affair. Default: nowhere.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
