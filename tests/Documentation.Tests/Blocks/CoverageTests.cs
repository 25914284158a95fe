using Documentation.Tests.Reading;
using Documentation.Tests.Running;

namespace Documentation.Tests.Blocks;

public sealed class CoverageTests
{
    public static TheoryData<CodeBlock> NotRun => [.. Treatments.BlocksOf(Way.NotRun).Where(block => block.IsShell)];

    [Fact]
    public void Every_block_is_run_or_listed_with_a_reason_why_not()
    {
        Documents.Blocks.Count.ShouldBeGreaterThan(40);
        Documents.Blocks.Where(block => Treatments.Of(block) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_entry_of_the_list_means_a_block_that_is_there()
    {
        var used = Documents.Blocks.Select(Treatments.Of).ToHashSet();

        Treatments.All.Where(treatment => !used.Contains(treatment)).Select(treatment => treatment.Which).ShouldBeEmpty();
        Treatments.All.ShouldAllBe(treatment => treatment.Reason.Length > 0);
    }

    [Theory]
    [MemberData(nameof(NotRun))]
    public async Task What_is_not_run_can_at_least_be_read_by_bash(CodeBlock block)
    {
        (await Shell.ComplaintAsync(block.Text)).ShouldBeEmpty(block.ToString());
    }
}
