using Microsoft.Extensions.DependencyInjection;

namespace LocalFunctions;

/// <summary>How <see cref="LocalHost"/> starts an app.</summary>
public sealed class LocalHostOptions
{
    /// <summary>The command line that the app's entry point receives. Default: empty.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>
    /// Settings that win over command line and environment, named as environment variables or configuration keys
    /// (<c>A__B</c> or <c>A:B</c>). Default: a free port on 127.0.0.1 and logs from Warning up.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs after the app registered its services, so that it can replace them. Default: nothing.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>The classes whose methods are functions. Default: every class of the app's assembly.</summary>
    public IReadOnlyCollection<Type>? FunctionClasses { get; init; }
}
