using Documentation.Tests.Reading;
using Documentation.Tests.Running;

namespace Documentation.Tests.Samples;

public sealed class ListSampleTests(DocumentedSandbox world)
{
    public static TheoryData<string> Languages => RefundSampleTests.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task All_pages_are_listed(string language)
    {
        var invoiceNo = await Refunds.SucceedAsync(world, times: 3);

        var pages = await RunAsync(language, $"invoiceNo={invoiceNo}&limit=2");
        var none = await RunAsync(language, $"invoiceNo={invoiceNo}-NONE");

        pages.ShouldHaveSucceeded().Lines.Count.ShouldBe(4, pages.Output);
        pages.Lines.SkipLast(1).ShouldAllBe(line => line.Contains($"Z refund succeeded 10.00 {invoiceNo} "));
        pages.Lines.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        pages.Lines[^1].ShouldBe("3 operations on 2 pages");
        none.ShouldHaveSucceeded().Output.ShouldBe("0 operations on 1 pages");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_query_that_is_not_understood_is_told_as_a_problem(string language)
    {
        var run = await RunAsync(language, "kind=unheard-of");

        run.ExitCode.ShouldBe(1, run.Output);
        run.Output.ShouldStartWith("problem 400 invalid_query: ");
    }

    private Task<Execution> RunAsync(string language, string query)
    {
        var command = SampleLanguage.Of(language).Command("list", query);
        return Execution.RunAsync(command[0], command[1..], Documents.Root, world.Environment("sandbox-JT01-read"));
    }
}
