using DevelopmentHosting.Settings;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Queues;

/// <summary>The WebJobs SDK with its queue extension. It wants methods with attributes, so each function has one that hands messages on to the worker.</summary>
internal static class WebJobsHost
{
    public static IHost Build(QueueJobs jobs, ListenerFailures failures, HostSettings settings, ILoggerFactory logs) =>
        new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration.AddConfiguration(settings.Configuration))
            .ConfigureWebJobs(webJobs => webJobs.AddAzureStorageQueues())
            .ConfigureServices(services =>
                services
                    .AddSingleton<IHostLifetime, NoLifetime>()
                    .AddSingleton<ITypeLocator>(jobs)
                    .AddSingleton<IJobActivator>(jobs)
                    .AddSingleton<IWebJobsExceptionHandler>(failures)
                    .AddSingleton(logs)
            )
            .Build();
}
