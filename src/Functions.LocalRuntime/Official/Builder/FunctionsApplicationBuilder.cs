using LocalFunctions.Hosting;
using LocalFunctions.Invocations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

#pragma warning disable MA0053 // The official type is not sealed.
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly LocalRuntimeSetup _setup;
    private readonly MiddlewarePipeline _pipeline = new();

    internal FunctionsApplicationBuilder(LocalRuntimeSetup setup) => _setup = setup;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)Web).Properties;

    public ConfigurationManager Configuration => Web.Configuration;

    public IHostEnvironment Environment => Web.Environment;

    public ILoggingBuilder Logging => Web.Logging;

    public IMetricsBuilder Metrics => Web.Metrics;

    public IServiceCollection Services => Web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Web.Configuration;

    private WebApplicationBuilder Web => _setup.Web;

    public IHost Build() => _setup.Build(_pipeline);

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null
    )
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)Web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _pipeline.Add(middleware);
        return this;
    }
}
