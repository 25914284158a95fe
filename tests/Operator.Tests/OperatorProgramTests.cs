using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Operator.Tests;

/// <summary>What the program does with answers that are not as they should be. The commands themselves are tried against the running app in EndToEnd.Tests.</summary>
public sealed class OperatorProgramTests
{
    private readonly StringWriter output = new();
    private readonly StringWriter notes = new();

    [Theory]
    [InlineData("operations resolve")]
    [InlineData("operations resolve 1 --outcome failed --reason x --looked-at y")]
    [InlineData("refund --invoice I --amount 5")]
    [InlineData("refund --invoice I --amount five --dry-run")]
    [InlineData("operations list --metadata order")]
    [InlineData("operations list --limit 0")]
    [InlineData("operations list --statu failed")]
    [InlineData("nothing")]
    [InlineData("operations show .")]
    [InlineData("operations show ..")]
    [InlineData("refund --invoice I --amount 5 --key clé")]
    [InlineData("refund --invoice I --amount 5 --key one,two")]
    [InlineData("operations cancel 1 --actor Mei --reason x --key clé")]
    [InlineData("reconcile --csv nowhere/report.csv")]
    public async Task a_wrong_command_line_sends_nothing_and_ends_with_2(string arguments)
    {
        (await RunAsync("http://127.0.0.1:1/api", arguments)).ShouldBe(2, notes.ToString());

        notes.ToString().ShouldNotBeEmpty();
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task an_empty_id_is_no_operation()
    {
        (await RunAsync("http://127.0.0.1:1/api", ["operations", "show", ""])).ShouldBe(2, notes.ToString());
    }

    [Theory]
    [InlineData("doctor", "--merchant", "JT06", "--settings", "nowhere.json")]
    [InlineData("new-key", "--merchant", "JT06", "--folder", "nowhere")]
    [InlineData("new-key", "--merchant", "../JT06")]
    public async Task a_file_that_is_not_there_is_a_wrong_command_line(params string[] arguments)
    {
        (await OperatorProgram.RunAsync(arguments, output, notes, _ => null)).ShouldBe(2, notes.ToString());

        notes.ToString().ShouldContain("--");
    }

    [Fact]
    public async Task a_key_that_is_there_is_not_made_again()
    {
        var folder = Directory.CreateTempSubdirectory("key-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "JT06-jose-key.pem"), "key", TestContext.Current.CancellationToken);

        (
            await OperatorProgram.RunAsync(["new-key", "--merchant", "JT06", "--folder", folder], output, notes, _ => null)
        ).ShouldBe(2);

        notes.ToString().ShouldContain("already");
    }

    [Theory]
    [InlineData("operations")]
    [InlineData("ledger")]
    [InlineData("keys")]
    public async Task half_a_command_is_a_wrong_command_line(string half)
    {
        (await OperatorProgram.RunAsync([half], output, notes, _ => null)).ShouldBe(2);
    }

    [Fact]
    public async Task a_key_that_cannot_be_sent_is_no_gateway_that_does_not_answer()
    {
        var exitCode = await OperatorProgram.RunAsync(
            ["events"],
            output,
            notes,
            name =>
                name is "GATEWAY_MERCHANT" ? "JT01"
                : name is "GATEWAY_API_KEY" ? "clé"
                : null
        );

        exitCode.ShouldBe(2);
        notes.ToString().ShouldContain("GATEWAY_API_KEY");
        notes.ToString().ShouldNotContain("clé");
    }

    [Fact]
    public async Task a_gateway_that_is_not_there_ends_with_3()
    {
        (await RunAsync("http://127.0.0.1:1/api", "operations list")).ShouldBe(3);

        notes.ToString().ShouldContain("does not answer");
    }

    [Theory]
    [InlineData(200, "<html>", 3)]
    [InlineData(404, "<html>", 3)]
    [InlineData(302, "", 3)]
    [InlineData(503, """{"code":"unavailable","detail":"Repeat it.","retryable":true}""", 3)]
    [InlineData(429, """{"code":"too_many_requests","detail":"Wait.","retryable":true}""", 3)]
    [InlineData(401, """{"code":"unauthorized","detail":"Check the key."}""", 1)]
    [InlineData(422, """{"code":"amount_exceeds_refundable","detail":"[red]less[/]"}""", 1)]
    public async Task an_answer_that_is_none_or_no_good_says_whether_to_repeat(int status, string body, int exitCode)
    {
        await using var gateway = await StartAsync(status, body);

        (await RunAsync($"{gateway.Urls.First()}/api", "operations show 1")).ShouldBe(exitCode, notes.ToString());

        output.ToString().ShouldBeEmpty();
        notes.ToString().ShouldNotBeEmpty();
        if (body.Contains("less", StringComparison.Ordinal))
            notes.ToString().ShouldContain("[red]less[/]");
    }

    private Task<int> RunAsync(string url, string arguments) => RunAsync(url, arguments.Split(' '));

    private Task<int> RunAsync(string url, string[] arguments) =>
        OperatorProgram.RunAsync(
            [.. arguments, "--url", url],
            output,
            notes,
            name => name is "GATEWAY_MERCHANT" ? "JT01" : "key"
        );

    private static async Task<WebApplication> StartAsync(int status, string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            context.Response.StatusCode = status;
            if ((HttpStatusCode)status == HttpStatusCode.Redirect)
                context.Response.Headers.Location = "https://example.com/";
            else
                await context.Response.WriteAsync(body, Encoding.UTF8);
        });
        await app.StartAsync();
        return app;
    }
}
