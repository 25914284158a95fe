namespace Infra.Tests.Support;

/// <summary>What a command-line tool said.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public ToolResult ShouldSucceed()
    {
        ExitCode.ShouldBe(0, $"{Error}{Output}");
        return this;
    }
}
