using Infra.Tests.Support;

namespace Infra.Tests.Scripts;

public sealed class SmokeTestTests
{
    [Fact]
    public async Task An_app_that_stays_ready_passes()
    {
        await using var app = new AnsweringApp(200);

        var sut = await RunAsync(app);

        sut.ShouldSucceed();
        app.Asked.ShouldBe(["/api/health/ready", "/api/health/ready", "/api/health/ready"]);
    }

    [Fact]
    public async Task An_app_that_is_slow_to_start_passes()
    {
        await using var app = new AnsweringApp(502, 503, 200);

        var sut = await RunAsync(app);

        sut.ShouldSucceed();
        app.Asked.Count.ShouldBe(5);
    }

    // While a rolling update runs, old and new instances answer in turn.
    [Fact]
    public async Task Good_answers_count_only_in_a_row()
    {
        await using var app = new AnsweringApp(200, 200, 503, 200, 200, 200);

        var sut = await RunAsync(app);

        sut.ShouldSucceed();
        app.Asked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task An_app_that_never_becomes_ready_fails()
    {
        await using var app = new AnsweringApp(503);

        var sut = await RunAsync(app);

        sut.ExitCode.ShouldBe(1);
        sut.Output.ShouldContain("did not become ready");
    }

    private static Task<ToolResult> RunAsync(AnsweringApp app) =>
        Tool.RunAsync(
            "bash",
            Repository.Root,
            ["-c", "APP_URL=$0 SECONDS_BETWEEN=0 TRIES=4 GOOD_IN_A_ROW=3 infra/scripts/smoke-test.sh", app.Address]
        );
}
