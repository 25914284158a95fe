using Operator.Screens;
using Spectre.Console.Cli;

namespace Operator.Api;

/// <summary>A command that asks a deployment: reads whom to ask, and turns what goes wrong into words and an exit code.</summary>
internal abstract class ApiCommand<TSettings>(ApiConnections connections, Screen screen) : AsyncCommand<TSettings>
    where TSettings : ApiSettings
{
    protected Screen Screen { get; } = screen;

    /// <inheritdoc />
    public sealed override async Task<int> ExecuteAsync(
        CommandContext context,
        TSettings settings,
        CancellationToken cancellationToken
    )
    {
        var (api, problem) = connections.Open(settings);
        if (api is null)
        {
            Screen.Complain(problem!);
            return ExitCodes.Usage;
        }

        try
        {
            return await Screen.WhileAsync("Asking the gateway", RunAsync(api, settings, cancellationToken));
        }
        catch (RefusedException exception)
        {
            if (settings.Json)
                Screen.Json(exception.Problem);
            else
                Screen.Refusal(exception.Problem);
            return exception.MayBeRepeated ? ExitCodes.Unavailable : ExitCodes.Refused;
        }
        catch (UnavailableException exception)
        {
            Screen.Complain(exception.Message);
            return ExitCodes.Unavailable;
        }
    }

    protected abstract Task<int> RunAsync(ApiClient api, TSettings settings, CancellationToken cancellationToken);
}
