using DevelopmentHosting;
using Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PaymentGateway.Http.Routing;
using PaymentOperations.Operations;
using Testing;

namespace Functions.Tests.Telemetry;

/// <summary>What Application Insights is told when a function without a caller fails. The runbook's queries depend on it (tests/Infra.Tests).</summary>
public sealed class FailedFunctionTests
{
    [Fact]
    public async Task its_exception_is_found_by_the_property_functionName_and_belongs_to_no_named_operation()
    {
        await using var collector = await Collector.StartAsync();
        var sut = new FailingSweep();
        var time = new FakeTimeProvider();
        var connection =
            $"InstrumentationKey=3f2c9a52-6f0e-4a57-9d3b-2d1f6a3b7c11;IngestionEndpoint={collector.Address}/;LiveEndpoint={collector.Address}/";

        await using (
            await DevelopmentHost.StartAsync(
                typeof(RouteTable).Assembly,
                new()
                {
                    Settings = SampleSettings.With(("APPLICATIONINSIGHTS_CONNECTION_STRING", connection)),
                    FunctionClasses = [typeof(PaymentGateway.Timers.Sweep)],
                    ConfigureServices = services => services.Replace(ServiceDescriptor.Singleton<ISweep>(sut)),
                    TimeProvider = time,
                }
            )
        )
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Eventually.IsTrueAsync(() => sut.HasRun);
        }

        var told = collector
            .Posts.SelectMany(post => post.Body.Split('\n'))
            .First(line => line.Contains("\"baseType\":\"ExceptionData\""));
        told.ShouldContain("\"message\":\"the sweep is broken\"");
        told.ShouldContain("\"functionName\":\"Sweep\"");
        told.ShouldNotContain("ai.operation.name");
    }

    private sealed class FailingSweep : ISweep
    {
        public bool HasRun { get; private set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            HasRun = true;
            throw new InvalidOperationException("the sweep is broken");
        }
    }
}
