using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace Judgement.Tests;

/// <summary>When an operation is looked at again: seconds after <see cref="Rows.Now"/>, at which every row here began.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData(0, false, 86400)]
    [InlineData(86399, false, 86400)]
    [InlineData(86400, false, 86400 + 3600)]
    [InlineData(0, true, 3600)]
    public void a_final_operation_is_looked_at_when_its_watch_begins_and_hourly_after(int now, bool wasWatched, int next)
    {
        var row = Rows.Refund(40m, OperationStatus.Failed) with { WatchedAt = wasWatched ? Rows.Now : null };

        Next(row, now).ShouldBe(next);
        Schedule.Watch(row, Rows.Times).ShouldBe(wasWatched ? null : At(86400));
    }

    [Theory]
    [InlineData(0, 86400)]
    [InlineData(-1, 86400)]
    [InlineData(100000, 100000 + 86400)]
    public void the_watch_is_a_day_after_a_person_last_looked(int looked, int watch)
    {
        var row = Rows.Refund(40m, OperationStatus.Failed) with { PatienceFrom = Rows.Now.AddSeconds(looked) };

        Schedule.Watch(row, Rows.Times).ShouldBe(At(watch));
    }

    [Fact]
    public void an_open_operation_has_no_watch() =>
        Schedule.Watch(Rows.Refund(40m, OperationStatus.Unknown), Rows.Times).ShouldBeNull();

    [Theory]
    [InlineData(100, null, null, 3, 150)]
    [InlineData(150, null, null, 3, 150 + 600)]
    [InlineData(100, null, null, 0, 130)]
    [InlineData(160, 160, null, 3, 220)]
    [InlineData(220, 160, null, 3, 820)]
    [InlineData(160, null, 170, 3, 230)]
    [InlineData(160, 155, 170, 3, 230)]
    public void the_next_look_is_no_later_than_when_it_can_prove_something(
        int now,
        int? absentSince,
        int? notOfferedSince,
        int polls,
        int next
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true) with
        {
            AbsentSince = absentSince is { } absent ? At(absent) : null,
            NotOfferedSince = notOfferedSince is { } refused ? At(refused) : null,
            Polls = polls,
        };

        Next(row, now).ShouldBe(next);
    }

    [Theory]
    [InlineData(OperationStatus.Unknown, null, 500, 900)]
    [InlineData(OperationStatus.Unknown, 100, 500, 1000)]
    [InlineData(OperationStatus.Unknown, 100, 1000, 1600)]
    [InlineData(OperationStatus.Unknown, 100, 400, 1000)]
    [InlineData(OperationStatus.Accepted, 100, 500, 1000)]
    [InlineData(OperationStatus.Accepted, null, 500, 1100)]
    [InlineData(OperationStatus.Pending, 100, 500, 1100)]
    public void it_is_no_later_than_the_end_of_the_patience(OperationStatus status, int? doubtSince, int now, int next)
    {
        var row = Rows.Refund(40m, status).After(true) with
        {
            DoubtSince = doubtSince is { } doubt ? At(doubt) : null,
            Polls = 3,
        };

        Next(row, now).ShouldBe(next);
    }

    [Theory]
    [InlineData(OperationStatus.Unknown)]
    [InlineData(OperationStatus.Pending)]
    public void what_waits_for_a_person_is_looked_at_hourly_whatever_could_be_proved(OperationStatus status)
    {
        var row = Rows.Refund(40m, status).After(true) with
        {
            ReviewReason = "why",
            NotOfferedSince = At(100),
            DoubtSince = At(100),
        };

        Next(row, 110).ShouldBe(110 + 3600);
    }

    private static double Next(OperationRow row, int now) =>
        (Schedule.NextLook(row, Rows.Times, At(now)) - Rows.Now).TotalSeconds;

    private static DateTimeOffset At(int seconds) => Rows.Now.AddSeconds(seconds);
}
