<?php

declare(strict_types=1);

namespace Drupal\onrecord;

use Drupal\Component\Utility\Html;

/**
 * The element that readers see. Block and filter both end here.
 */
final class Element {

  /**
   * One word of these may be asked for.
   */
  private const WORDS = [
    'mode' => ['button', 'panel', 'inline'],
    'theme' => ['light', 'dark'],
    'loading' => ['interaction', 'lazy', 'eager'],
  ];

  /**
   * Several words of these. Where scripts and reports come from cannot be asked for: that would let anybody run anything.
   */
  private const LISTS = [
    'kinds' => ['claim', 'source', 'person', 'organization', 'place', 'group', 'other', 'number', 'time', 'all'],
    'views' => ['claims', 'entities', 'figures', 'unattributed'],
    'export' => ['json', 'html', 'markdown', 'w3c', 'claims', 'entities', 'quantities', 'times'],
  ];

  /**
   * A selector of the article: names, classes and ids, nothing else.
   */
  private const SELECTOR = '/^[A-Za-z0-9 ,.#_>-]{1,200}$/';

  /**
   * Of what was asked for, by anybody, what is possible.
   *
   * @param array<string, string> $asked
   *   Names and values of attributes.
   *
   * @return array<string, string>
   *   Attributes of the element.
   */
  public static function attributes(array $asked): array {
    $for = $asked['for'] ?? '';
    $clean = ['for' => preg_match(self::SELECTOR, $for) ? $for : 'article'];
    foreach (self::WORDS as $name => $words) {
      if (in_array($asked[$name] ?? '', $words, TRUE)) {
        $clean[$name] = $asked[$name];
      }
    }
    foreach (self::LISTS as $name => $words) {
      $list = array_intersect(preg_split('/\s+/', $asked[$name] ?? ''), $words);
      if ($list) {
        $clean[$name] = implode(' ', $list);
      }
    }
    return $clean;
  }

  /**
   * The element as HTML.
   *
   * @param array<string, string> $asked
   *   Names and values of attributes, from anybody.
   */
  public static function html(array $asked): string {
    $html = '<on-record';
    foreach (self::attributes($asked) as $name => $value) {
      $html .= ' ' . $name . '="' . Html::escape($value) . '"';
    }
    return $html . '></on-record>';
  }

}
