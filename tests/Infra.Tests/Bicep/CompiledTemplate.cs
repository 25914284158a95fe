using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Bicep;

/// <summary>infra/main.bicep as an ARM template, compiled once for all tests.</summary>
public sealed class CompiledTemplate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ToolResult? _build;

    /// <summary>What the compiler said.</summary>
    internal async Task<ToolResult> BuildAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _build ??= await BicepCli.RunAsync("build", "main.bicep", "--stdout");
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<string> TextAsync() => (await BuildAsync()).ShouldSucceed().Output;

    public async Task<JsonNode> RootAsync() => JsonNode.Parse(await TextAsync())!;

    public void Dispose() => _gate.Dispose();
}
