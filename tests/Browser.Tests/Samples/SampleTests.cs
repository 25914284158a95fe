using Microsoft.Playwright;
using TwoC2P;

namespace Browser.Tests.Samples;

[Collection(AppUsers.Name)]
public sealed class SampleTests(ServedPage served)
{
    public static TheoryData<string, string, string, string[]> Checks =>
        new()
        {
            { "curl", "sh", "bash", ["-n"] },
            { "node", "mjs", "node", ["--check"] },
            { "python", "py", "python3", ["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())"] },
            { "php", "php", "php", ["-l"] },
        };

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task every_sample_is_a_call_in_its_language(
        string language,
        string extension,
        string program,
        string[] arguments
    )
    {
        await using var sut = await served.OpenAsync(1280, 800);
        using var samples = await SampleFolder.ReadAsync(sut.Page, language, extension);

        samples.Texts.Count.ShouldBe(await sut.Page.Locator(".op .sample").CountAsync());
        samples.Texts.Values.ShouldAllBe(text => text.Contains($"{served.Address}api/", StringComparison.Ordinal));
        if (!Interpreter.IsThere(program))
            return;

        foreach (var (id, file) in samples.Files)
        {
            var (exitCode, output) = await Interpreter.RunAsync(program, [.. arguments, file]);
            exitCode.ShouldBe(0, $"{id}: {output}\n{samples.Texts[id]}");
        }
    }

    [Fact]
    public async Task every_sample_in_csharp_compiles_without_a_warning()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        using var samples = await SampleFolder.ReadAsync(sut.Page, "csharp", "cs");

        samples.Texts.Count.ShouldBeGreaterThan(30);
        foreach (var (id, file) in samples.Files)
            CSharpProgram.Compile(file).Complaints.ShouldBeEmpty($"{id}:\n{samples.Texts[id]}");
    }

    [Theory]
    [InlineData("curl", "sh", "bash")]
    [InlineData("csharp", "cs", "dotnet")]
    [InlineData("node", "mjs", "node")]
    [InlineData("python", "py", "python3")]
    [InlineData("php", "php", "php")]
    public async Task samples_really_call_the_app(string language, string extension, string program)
    {
        await using var sut = await served.OpenAsync(1280, 800);
        using var samples = await SampleFolder.ReadAsync(sut.Page, language, extension);
        if (!Interpreter.IsThere(program))
        {
            program.ShouldBeOneOf("python3", "php");
            return;
        }

        var before = served.App.Intake.Commands.Count;
        string[] FileOf(string id) =>
            language == "csharp" ? ["exec", CSharpProgram.Compile(samples.Files[id]).Program] : [samples.Files[id]];
        var payment = await Interpreter.RunAsync(program, FileOf("GetPayment"), "sandbox-JT01");
        var refund = await Interpreter.RunAsync(program, FileOf("CreateRefund"), "sandbox-JT01");
        var card = await Interpreter.RunAsync(program, FileOf("DeleteCard"), "sandbox-JT01");
        var refused = await Interpreter.RunAsync(program, FileOf("GetPayment"), "wrong");

        payment.ExitCode.ShouldBe(0, payment.Output);
        payment.Output.ShouldContain("200");
        payment.Output.ShouldContain("\"refundable\"");
        refund.ExitCode.ShouldBe(0, refund.Output);
        refund.Output.ShouldContain("202");
        refund.Output.ShouldContain("/api/merchants/JT01/refunds/");
        served.App.Intake.Commands.Count.ShouldBe(before + 1);
        served.App.Intake.Commands[^1].Amount.ShouldBe(Money.FromAmount(250m));
        card.ExitCode.ShouldBe(0, card.Output);
        card.Output.ShouldContain("204");
        refused.Output.ShouldContain("401");
        refused.Output.ShouldContain("\"code\":\"unauthorized\"");
        refused.ExitCode.ShouldBe(language == "curl" ? 0 : 1, refused.Output);
    }

    [Fact]
    public async Task a_chosen_language_holds_for_every_sample_and_for_the_next_visit()
    {
        await using var sut = await served.OpenAsync(1280, 800);

        await sut.Page.Locator("#language").SelectOptionAsync("python");
        var captions = await sut.Page.Locator(".sample figcaption span").AllInnerTextsAsync();
        await sut.Page.ReloadAsync();
        await sut.Page.Locator("main[aria-busy=false]").WaitForAsync();

        captions.Distinct().ShouldBe(["Python"]);
        await Assertions.Expect(sut.Page.Locator("#language")).ToHaveValueAsync("python");
        await Assertions.Expect(sut.Page.Locator("#CreateRefund .sample pre")).ToContainTextAsync("os.environ[\"API_KEY\"]");
    }

    [Fact]
    public async Task texts_with_quotes_and_backslashes_arrive_as_they_are()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        const string odd = """it's a "test" \ with $HOME, {braces} and 価格""";
        foreach (
            var (language, extension, program) in new[]
            {
                ("curl", "sh", "bash"),
                ("node", "mjs", "node"),
                ("python", "py", "python3"),
                ("php", "php", "php"),
                ("csharp", "cs", "dotnet"),
            }
        )
        {
            var text = await sut.Page.EvaluateAsync<string>(
                """
                ([language, origin, odd]) => Samples.write(language, {
                  method: "POST", url: `${origin}api/merchants/JT01/refunds`, headers: [["Idempotency-Key", "it's-1"]], secured: true, type: "application/json",
                  body: { invoiceNo: "INV-ODD", amount: 1.5, reason: odd, subMerchants: null, metadata: { odd } },
                })
                """,
                new[] { language, served.Address.AbsoluteUri, odd }
            );
            using var folder = new TemporaryFile($"odd.{extension}", text);
            if (!Interpreter.IsThere(program))
                continue;

            var ran = await Interpreter.RunAsync(
                program,
                language == "csharp" ? ["exec", CSharpProgram.Compile(folder.Path).Program] : [folder.Path],
                "sandbox-JT01"
            );

            ran.ExitCode.ShouldBe(0, ran.Output);
            var asked = served.App.Intake.Commands[^1];
            asked.InvoiceNo.Text.ShouldBe("INV-ODD", language);
            asked.Reason.ShouldBe(odd, language);
        }
    }
}
