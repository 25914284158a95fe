using Sandbox.Processes;

namespace Sandbox.Tests.Processes;

public sealed class RunningProcessTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(500, true)]
    [InlineData(-500, true)]
    [InlineData(60_000, false)]
    public void a_start_time_that_another_process_read_differs_by_milliseconds(int milliseconds, bool same)
    {
        var sut = RunningProcess.Find(Environment.ProcessId).ShouldNotBeNull();

        sut.StartedAround(sut.StartedAt + TimeSpan.FromMilliseconds(milliseconds).Ticks).ShouldBe(same);
    }

    [Fact]
    public void a_process_that_is_gone_is_not_found()
    {
        RunningProcess.Find(int.MaxValue).ShouldBeNull();
    }
}
