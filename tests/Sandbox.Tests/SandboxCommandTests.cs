namespace Sandbox.Tests;

public sealed class SandboxCommandTests
{
    [Theory]
    [InlineData("", true, true, 7071)]
    [InlineData("demo", true, false, 7071)]
    [InlineData("serve", false, true, 7071)]
    [InlineData("--port-base 8071", true, true, 8071)]
    [InlineData("demo --port-base 8071", true, false, 8071)]
    [InlineData("--port-base 8071 serve", false, true, 8071)]
    public void the_command_line_is_understood(string line, bool demonstrates, bool serves, int appPort)
    {
        var sut = SandboxCommand.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldNotBeNull();

        (sut.RunsDemonstration, sut.KeepsServing, sut.Ports.App).ShouldBe((demonstrates, serves, appPort));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("demo serve")]
    [InlineData("--port-base")]
    [InlineData("--port-base 80")]
    [InlineData("--port-base 65501")]
    [InlineData("--port-base many")]
    public void anything_else_is_refused(string line)
    {
        SandboxCommand.Parse(line.Split(' ')).ShouldBeNull();
    }

    [Fact]
    public async Task a_line_that_is_not_understood_ends_with_code_2()
    {
        var code = await SandboxProgram.RunAsync(["help"], (_, _) => Task.FromResult(true));

        code.ShouldBe(2);
    }

    [Fact]
    public void the_default_ports_near_the_app_have_the_same_distances()
    {
        var byDefault = new SandboxPorts();

        var sut = SandboxPorts.FromBase("7071").ShouldNotBeNull();

        (sut.Simulator, sut.Vault, sut.Identity).ShouldBe((byDefault.Simulator, byDefault.Vault, byDefault.Identity));
    }
}
