using System.Runtime.ExceptionServices;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace DevelopmentHosting.Queues;

/// <summary>Hears of listeners that ended by an exception. The SDK's own way is to end the process.</summary>
internal sealed class ListenerFailures(Action<IJobHost, Exception> heard) : IWebJobsExceptionHandler
{
    private JobHost? _host;

    public void Initialize(JobHost host) => _host = host;

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        heard(_host!, exceptionInfo.SourceException);
        return Task.CompletedTask;
    }

    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) =>
        OnUnhandledExceptionAsync(exceptionInfo);
}
