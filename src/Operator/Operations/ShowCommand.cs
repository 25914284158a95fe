using Operator.Api;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>Shows an operation with everything that happened to it.</summary>
internal sealed class ShowCommand(ApiConnections connections, Screen screen) : ApiCommand<OneOperation>(connections, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, OneOperation settings, CancellationToken cancellationToken)
    {
        Screen.Show(await api.GetAsync(settings.Path, cancellationToken), settings.Json);
        return ExitCodes.Done;
    }
}
