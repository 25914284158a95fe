using System.Globalization;
using LocalFunctions.Functions;
using LocalFunctions.Hosting;
using LocalFunctions.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalFunctions.Queues;

internal sealed class QueueListenerFactory(
    IConfiguration settings,
    HostJson hostJson,
    FunctionInvoker invoker,
    ILogger<QueueListener> logger
)
{
    public IListener Create(FunctionEntry function)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        var name = SettingNames.Resolve(trigger.QueueName, settings);
        var account = new QueueConnections(settings).Open(trigger.Connection);
        return new QueueListener(
            function,
            account.GetQueueClient(name),
            account.GetQueueClient($"{name}-poison"),
            Options(),
            invoker,
            logger
        );
    }

    /// <summary>The lease is fixed in the host; a setting of our own shortens it for tests of the renewal.</summary>
    private QueueOptions Options()
    {
        var options = QueueOptions.From(hostJson);
        return settings["LocalRuntime:QueueLease"] is { } text
            ? options with
            {
                Lease = TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            }
            : options;
    }
}
