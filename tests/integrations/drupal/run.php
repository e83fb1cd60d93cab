<?php

// Runs the module on stubs: JSON {"texts", "block"} on standard input, what comes of it on standard output.

declare(strict_types=1);

error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message, $level));

require __DIR__ . '/stubs.php';
spl_autoload_register(static function (string $class) use ($argv): void {
  require $argv[1] . '/src/' . str_replace('\\', '/', substr($class, strlen('Drupal\\onrecord\\'))) . '.php';
});

$asked = json_decode(stream_get_contents(STDIN), TRUE, 512, JSON_THROW_ON_ERROR);
$filter = new Drupal\onrecord\Plugin\Filter\OnRecordFilter();
$filtered = array_map(static function (string $text) use ($filter): array {
  $result = $filter->process($text, 'en');
  return ['html' => $result->getProcessedText(), 'attachments' => $result->getAttachments()];
}, $asked['texts']);

$block = new Drupal\onrecord\Plugin\Block\OnRecordBlock();
$form = $block->blockForm([], new Drupal\stub\FormState([]));
$block->blockSubmit([], new Drupal\stub\FormState($asked['block']));

echo json_encode([
  'filtered' => $filtered,
  'form' => array_keys($form),
  'block' => $block->build(),
  'default' => (new Drupal\onrecord\Plugin\Block\OnRecordBlock())->build(),
  'tips' => $filter->tips(),
], JSON_THROW_ON_ERROR);
