using LocalFunctions.Functions;
using LocalFunctions.Hosting;
using LocalFunctions.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalFunctions.Timers;

internal sealed class TimerListenerFactory(
    IConfiguration settings,
    FunctionInvoker invoker,
    IServiceProvider services,
    ILogger<TimerListener> logger
)
{
    public IListener Create(FunctionEntry function)
    {
        var text = SettingNames.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, settings);
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        return new TimerListener(function, TimerSchedule.Parse(text), invoker, time, logger);
    }
}
