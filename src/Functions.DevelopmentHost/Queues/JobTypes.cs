using System.Reflection;
using System.Reflection.Emit;
using DevelopmentHosting.Functions;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace DevelopmentHosting.Queues;

/// <summary>Makes a job type for a queue function: <c>[FunctionName] public Task Run([QueueTrigger] T message, Binder, CancellationToken)</c>.</summary>
internal static class JobTypes
{
    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("DevelopmentHosting.Jobs"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Jobs");

    private static int _count;

    public static Type Define(Function function)
    {
        var trigger = (QueueTrigger)function.Trigger!;
        var message = MessageType(trigger.Payload);
        var parent = typeof(TriggerJob<>).MakeGenericType(message);
        var forward = parent.GetMethod(nameof(TriggerJob<object>.ForwardAsync))!;
        Type[] parameters = [message, typeof(Binder), typeof(CancellationToken)];

        // A type cannot be defined twice, and several apps may have a function of one name.
        var type = Module.DefineType($"{function.Name}.{Interlocked.Increment(ref _count)}", TypeAttributes.Public, parent);
        var run = type.DefineMethod("Run", MethodAttributes.Public, typeof(Task), parameters);
        run.SetCustomAttribute(Attribute<FunctionNameAttribute>(function.Name));
        var first = run.DefineParameter(1, ParameterAttributes.None, trigger.Name);
        first.SetCustomAttribute(Attribute<QueueTriggerAttribute>(trigger.QueueName));
        // The SDK binds by name, and wants one for each.
        run.DefineParameter(2, ParameterAttributes.None, "binder");
        run.DefineParameter(3, ParameterAttributes.None, "cancellationToken");
        if (trigger.Connection is { } connection)
            first.SetCustomAttribute(Attribute<StorageAccountAttribute>(connection));

        var code = run.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Ldarg_3);
        code.Emit(OpCodes.Call, forward);
        code.Emit(OpCodes.Ret);
        return type.CreateType();
    }

    private static Type MessageType(QueuePayload payload) =>
        payload switch
        {
            QueuePayload.Text => typeof(string),
            QueuePayload.Bytes => typeof(byte[]),
            QueuePayload.Reference => typeof(ParameterBindingData),
        };

    private static CustomAttributeBuilder Attribute<T>(string argument) =>
        new(typeof(T).GetConstructor([typeof(string)])!, [argument]);
}
