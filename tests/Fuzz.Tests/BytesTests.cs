using Fuzz.Parties;
using Fuzz.Running;
using Fuzz.Targets;

namespace Fuzz.Tests;

public sealed class BytesTests : IDisposable
{
    private const int Seed = 1;
    private const int Executions = 5_000;

    private readonly ClientUnderTest client = new();
    private readonly HangWatch watch = new();

    public static TheoryData<string, string> Groups =>
        new()
        {
            { "callbacks", "Verified" },
            { "answers", "Answered" },
            { "messages", "Ours" },
            { "requests", "Taken" },
        };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Nothing_escapes_hangs_or_grows(string group, string best)
    {
        var targets = TargetGroups.Of(group, client);
        var sut = new FuzzRun(Seed, watch);

        var reports = targets.Select(target => sut.Execute(target, ..TargetGroups.Share(Executions, targets))).ToList();

        reports.SelectMany(report => report.Findings).ShouldBeEmpty();
        reports.Sum(report => report.Executions).ShouldBeGreaterThanOrEqualTo(Executions);
        // Where no input is ever taken, what lies behind the first check is not tried.
        reports.ShouldAllBe(report => report.Outcomes.Keys.Contains(best) && report.Outcomes.Count > 1);
    }

    [Fact]
    public void Every_group_is_tried() => Groups.Select(row => row.Data.Item1).ShouldBe(TargetGroups.Names);

    [Fact]
    public void Every_function_that_takes_a_body_is_tried()
    {
        var tried = Requests.All(client).Select(target => target.Function).Distinct();

        tried.ShouldBe(Requests.Functions, ignoreOrder: true);
    }

    [Fact]
    public void What_escapes_is_found_with_its_input()
    {
        var sut = new FuzzRun(Seed, watch);

        var report = sut.Execute(new Planted(input => throw new FormatException(input.Length.ToString())), ..3);

        report.Findings.Count.ShouldBe(3);
        report.Findings[2].ToString().ShouldContain("planted --only 2: System.FormatException");
    }

    [Fact]
    public void What_works_too_much_for_its_input_is_found()
    {
        var sut = new FuzzRun(Seed, watch);

        var report = sut.Execute(new Planted(input => new byte[4 * 1024 * 1024 + 4096 * input.Length].Length), ..1);

        report.Findings.ShouldHaveSingleItem().Problem.ShouldContain("bytes of work");
    }

    [Fact]
    public void The_same_seed_and_number_make_the_same_input()
    {
        var target = TargetGroups.Of("callbacks", client)[0];
        var inputs = new List<byte[]>();
        var sut = new FuzzRun(Seed, watch);

        sut.Execute(new Planted(Record, target.NewInput), 7..8);
        sut.Execute(new Planted(Record, target.NewInput), 5..8);

        inputs[0].ShouldBe(inputs[3]);
        inputs[1].ShouldNotBe(inputs[3]);

        int Record(byte[] input)
        {
            inputs.Add(input);
            return input.Length;
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        client.Dispose();
    }
}
