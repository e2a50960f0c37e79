using QuickStart;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await Tour.RunAsync(Console.Out, Environment.GetEnvironmentVariable);
