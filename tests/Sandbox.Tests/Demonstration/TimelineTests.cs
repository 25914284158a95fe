using Microsoft.Extensions.Time.Testing;
using Sandbox.Demonstration;

namespace Sandbox.Tests.Demonstration;

public sealed class TimelineTests
{
    private readonly PlainConsole _console = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void a_check_that_is_true_counts_as_no_failure()
    {
        var sut = new Timeline(_console.Console, _time);

        sut.Check("refunds at the gateway", "1", "1");

        sut.Failures.ShouldBe(0);
        _console.Output.Trim().ShouldBe("✓ refunds at the gateway: 1");
    }

    [Fact]
    public void a_check_that_is_not_true_says_what_was_expected_and_seen()
    {
        var sut = new Timeline(_console.Console, _time);

        sut.Check("refunds at the gateway", "1", "2");
        sut.Check("the error is", "unavailable", "");

        sut.Failures.ShouldBe(2);
        _console.Output.ShouldContain("✗ refunds at the gateway: expected 1, seen 2");
        _console.Output.ShouldContain("✗ the error is: expected unavailable, seen nothing");
    }

    [Fact]
    public void brackets_in_an_answer_are_text_and_not_markup()
    {
        var sut = new Timeline(_console.Console, _time);

        sut.Answer("400  errors[amount]");

        _console.Output.ShouldContain("400  errors[amount]");
    }

    [Fact]
    public void what_happens_is_told_with_its_time()
    {
        var sut = new Timeline(_console.Console, _time);
        _time.Advance(TimeSpan.FromSeconds(2.5));

        sut.Request("shop", "GET /operations");

        _console.Output.TrimEnd().ShouldBe("   2.5s shop      → GET /operations");
    }

    [Fact]
    public void a_line_that_is_too_long_goes_on_below_itself()
    {
        var sut = new Timeline(_console.Console, _time);

        sut.Answer(new string('a', 80) + " " + new string('b', 80));

        var indent = new string(' ', 20);
        var lines = _console.Output.Split('\n').Select(line => line.TrimEnd());
        lines.ShouldContain(indent + new string('b', 80));
    }
}
