import type { Figures } from '#application/ports/in/operating.ts';
import type { Traffic } from '../traffic.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  readonly samples: readonly { readonly labels?: Readonly<Record<string, string | number>>; readonly value: number }[];
}

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: [{ value }],
});

const by = (name: string, help: string, label: string, counts: Readonly<Record<string, number>>): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: Object.entries(counts).map(([key, value]) => ({ labels: { [label]: key }, value })),
});

const ofPlatform = (figures: Figures): Metric[] => [
  gauge('ek_sandesh_inbox_waiting', 'Messages taken in and not yet answered', figures.inboxWaiting),
  gauge('ek_sandesh_inbox_set_aside', 'Messages set aside after failing again and again', figures.inboxSetAside),
  gauge('ek_sandesh_outbox_waiting', 'Messages and events still to be sent or done', figures.outboxWaiting),
  gauge('ek_sandesh_outbox_dead', 'Messages given up', figures.outboxDead),
  gauge('ek_sandesh_outbox_held', 'Messages that wait until the citizen writes', figures.outboxHeld),
  gauge('ek_sandesh_oldest_waiting_seconds', 'Age of the oldest waiting message', figures.oldestWaitingSeconds),
  by('ek_sandesh_applications', 'Service applications by status', 'status', figures.applicationsByStatus),
  by('ek_sandesh_applications_of_service', 'Service applications by service', 'service', figures.applicationsByService),
  by('ek_sandesh_payments', 'Payments by status', 'status', figures.paymentsByStatus),
  by(
    'ek_sandesh_sms_segments',
    'SMS handed over, of the days that the channel log holds',
    'provider',
    figures.sentSegments,
  ),
  by(
    'ek_sandesh_sms_cost_rupees',
    'What they cost by the tariffs of config, without tax',
    'provider',
    Object.fromEntries(Object.entries(figures.sentPaise).map(([provider, paise]) => [provider, paise / 100])),
  ),
  gauge('ek_sandesh_collected_rupees', 'Money collected', figures.collectedPaise / 100),
];

function ofTraffic(traffic: Traffic): Metric[] {
  const counts = traffic.counts();
  const labels = ({ route, status }: { route: string; status: number }) => ({ route, status });
  return [
    {
      name: 'http_requests_total',
      help: 'Requests answered',
      type: 'counter',
      samples: counts.map((each) => ({ labels: labels(each), value: each.count })),
    },
    {
      name: 'http_request_seconds_total',
      help: 'Seconds spent on answering',
      type: 'counter',
      samples: counts.map((each) => ({ labels: labels(each), value: each.seconds })),
    },
  ];
}

function ofProcess(): Metric[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const cpu = (user + system) / 1_000_000;
  return [
    { name: 'process_cpu_seconds_total', help: 'CPU time', type: 'counter', samples: [{ value: cpu }] },
    gauge('process_resident_memory_bytes', 'Resident memory', rss),
    gauge('nodejs_heap_used_bytes', 'Heap in use', heapUsed),
    gauge('process_uptime_seconds', 'Time since the start', process.uptime()),
  ];
}

const escapeLabel = (value: string | number): string =>
  String(value).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

function toText({ name, help, type, samples }: Metric): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}

/** Figures in Prometheus' text format, version 0.0.4. */
export const prometheusText = (figures: Figures, traffic: Traffic): string =>
  `${[...ofPlatform(figures), ...ofTraffic(traffic), ...ofProcess()].map(toText).join('\n')}\n`;
