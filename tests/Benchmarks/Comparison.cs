using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Benchmarks;

/// <summary>
/// Runs the benchmarks of a class by BenchmarkDotNet, several times one after the other: whatever else a machine does in the meantime meets all of them. In this process, so that what is measured was built by the build that everybody uses.
/// </summary>
internal sealed class Comparison
{
    private const int Runs = 5;
    private readonly List<Summary> _runs = [];

    private Comparison() { }

    /// <exception cref="InvalidOperationException">BenchmarkDotNet measured nothing: it takes no unoptimized build.</exception>
    public static Comparison Of<T>()
    {
        var comparison = new Comparison();
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(
                Job.ShortRun.WithIterationCount(15)
                    .WithIterationTime(TimeInterval.FromMilliseconds(100))
                    .WithToolchain(InProcessEmitToolchain.Instance)
            )
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "benchmarks"));
        for (var run = 0; run < Runs; run++)
        {
            var summary = BenchmarkRunner.Run<T>(config);
            if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null))
                throw new InvalidOperationException(
                    $"{typeof(T).Name} could not be measured; build with -c Release. {string.Join(' ', summary.ValidationErrors.Select(error => error.Message))}"
                );
            comparison._runs.Add(summary);
            Progress.Tick();
        }

        Progress.End();
        return comparison;
    }

    /// <summary>The time of one benchmark.</summary>
    public TimeSpan TimeOf(string name) => TimeSpan.FromMicroseconds(Median(run => NanosecondsOf(run, name)) / 1000);

    /// <summary>How many times another one a benchmark takes: the median of all runs.</summary>
    public double Ratio(string name, string to) => Median(run => NanosecondsOf(run, name) / NanosecondsOf(run, to));

    /// <summary>How many bytes one execution allocates.</summary>
    public long BytesOf(string name)
    {
        var report = Find(_runs[0], name);
        return report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)
            ?? throw new InvalidOperationException($"What {name} allocates was not counted.");
    }

    private double Median(Func<Summary, double> of) => _runs.Select(of).Order().ElementAt(Runs / 2);

    // The quickest quarter: in the others something came between.
    private static double NanosecondsOf(Summary run, string name) => Find(run, name).ResultStatistics!.Q1;

    private static BenchmarkReport Find(Summary run, string name) =>
        run.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == name);
}
